package systems.voltaic.magnetiq.people.login;

import java.util.List;

/** Keys side by side on a keyboard, and letters and digits in their order, both ways. */
final class KeyRuns {

  private static final List<String> ROWS =
      List.of(
          "1234567890",
          "0123456789",
          "abcdefghijklmnopqrstuvwxyz",
          "qwertyuiop",
          "qwertzuiopü",
          "asdfghjkl",
          "asdfghjklöä",
          "zxcvbnm",
          "yxcvbnm",
          "azertyuiop",
          "qsdfghjklm",
          "!@#$%^&*()",
          "!\"§$%&/()=",
          "1qaz2wsx3edc4rfv5tgb6zhn7ujm",
          "1qay2wsx3edc4rfv5tgb6zhn7ujm",
          "qazwsxedcrfvtgbyhnujm",
          "qaywsxedcrfvtgbzhnujm",
          "1q2w3e4r5t6y7u8i9o0p",
          "1q2w3e4r5t6z7u8i9o0p");

  boolean isRun(String piece) {
    String back = new StringBuilder(piece).reverse().toString();
    return ROWS.stream().anyMatch(row -> row.contains(piece) || row.contains(back));
  }
}
