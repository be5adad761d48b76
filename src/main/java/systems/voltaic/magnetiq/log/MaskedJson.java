package systems.voltaic.magnetiq.log;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.IOException;

/** Writes JSON in which every name and every text went through the masker. */
final class MaskedJson extends JsonGeneratorDelegate {

  private static final String HIDDEN = "***";

  private final Masker masker;

  MaskedJson(JsonGenerator target, Masker masker) {
    super(target, false);
    this.masker = masker;
  }

  @Override
  public void writeFieldName(String name) throws IOException {
    delegate.writeFieldName(masker.mask(name));
  }

  @Override
  public void writeFieldName(SerializableString name) throws IOException {
    writeFieldName(name.getValue());
  }

  @Override
  public void writeString(String text) throws IOException {
    delegate.writeString(secret() ? HIDDEN : masker.mask(text));
  }

  @Override
  public void writeString(SerializableString text) throws IOException {
    writeString(text.getValue());
  }

  @Override
  public void writeString(char[] text, int offset, int length) throws IOException {
    writeString(new String(text, offset, length));
  }

  @Override
  public void writeRawValue(String text) throws IOException {
    writeString(text);
  }

  @Override
  public void writeNumber(int number) throws IOException {
    writeNumber((long) number);
  }

  @Override
  public void writeNumber(long number) throws IOException {
    if (secret()) {
      delegate.writeString(HIDDEN);
    } else {
      delegate.writeNumber(number);
    }
  }

  private boolean secret() {
    for (var at = delegate.getOutputContext(); at != null; at = at.getParent()) {
      if (Masker.namesASecret(at.getCurrentName())) {
        return true;
      }
    }
    return false;
  }
}
