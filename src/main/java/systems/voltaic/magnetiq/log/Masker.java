package systems.voltaic.magnetiq.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Takes secrets and personal data out of text: the configured secrets by value, others by form. */
public final class Masker {

  private static final String HIDDEN = "***";
  private static final int LONGEST_READ = 65_536;
  private static final int LONGEST_WRITTEN = 16_384;
  private static final int SHORTEST_SECRET = 6;

  private final List<String> known;

  public Masker(Collection<String> secrets) {
    var forms = new ArrayList<String>();
    secrets.stream().filter(s -> s.length() >= SHORTEST_SECRET).forEach(s -> addForms(forms, s));
    forms.sort(Comparator.comparingInt(String::length).reversed());
    this.known = List.copyOf(forms);
  }

  public String mask(String text) {
    if (text == null || text.isEmpty()) {
      return text;
    }
    String masked = text.length() > LONGEST_READ ? text.substring(0, LONGEST_READ) : text;
    for (String secret : known) {
      masked = masked.replace(secret, HIDDEN);
    }
    return shortened(MaskRules.apply(masked));
  }

  private static String shortened(String masked) {
    return masked.length() > LONGEST_WRITTEN ? masked.substring(0, LONGEST_WRITTEN) + "…" : masked;
  }

  /** A field of this name is never written, whatever its value looks like. */
  public static boolean namesASecret(String field) {
    return field != null && MaskRules.SECRET_NAME.matcher(field).find();
  }

  private static void addForms(List<String> forms, String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    forms.add(secret);
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
  }
}
