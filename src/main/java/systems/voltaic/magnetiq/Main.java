package systems.voltaic.magnetiq;

/** The way in. */
public final class Main {
  public static void main(String[] args) {
    System.out.println("hello");
  }

  private Main() {}
}
