package systems.voltaic.magnetiq.people.factor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import systems.voltaic.magnetiq.json.Json;

/** A security key made of software; tests bend what it claims before it signs. */
final class SoftKey {

  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int MOVABLE = 0x08;
  private static final int BACKED_UP = 0x10;
  private static final int ATTESTED = 0x40;

  final byte[] id = new byte[32];
  private final KeyPair pair = pair();
  String origin;
  String site;
  String challenge;
  boolean otherCeremony;
  byte[] handle;
  boolean present = true;
  boolean verified = true;
  boolean movable;
  boolean backedUp;
  boolean crossOrigin;
  long counter = 1;
  int step = 1;
  boolean tampered;

  SoftKey(String origin, String site) {
    this.origin = origin;
    this.site = site;
    new SecureRandom().nextBytes(id);
  }

  ObjectNode create(JsonNode options) {
    if (handle == null) {
      handle = Base64.getUrlDecoder().decode(options.path("user").path("id").asText());
    }
    byte[] client = client("webauthn.create", options);
    byte[] data = join(data(ATTESTED), new byte[16], size(id.length), id, coseKey());
    byte[] attestation =
        join(
            hex("a363666d74646e6f6e656761747453746d74a06861757468446174615" + "9"),
            size(data.length),
            data);
    var response = Map.of("clientDataJSON", text(client), "attestationObject", text(attestation));
    return credential(response);
  }

  ObjectNode get(JsonNode options) {
    counter += step;
    byte[] client = client("webauthn.get", options);
    byte[] data = data(0);
    byte[] signature = sign(join(data, sha256(client)));
    if (tampered) {
      signature[signature.length - 1] ^= 1;
    }
    var response =
        (ObjectNode)
            Json.tree(
                Map.of(
                    "clientDataJSON", text(client),
                    "authenticatorData", text(data),
                    "signature", text(signature)));
    if (handle != null) {
      response.put("userHandle", text(handle));
    }
    return credential(response);
  }

  private ObjectNode credential(Object response) {
    return (ObjectNode)
        Json.tree(
            Map.of(
                "id", text(id),
                "rawId", text(id),
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response", response));
  }

  private byte[] client(String usual, JsonNode options) {
    var all =
        Map.of(
            "type",
            otherCeremony ? other(usual) : usual,
            "challenge",
            challenge == null ? options.path("challenge").asText() : challenge,
            "origin",
            origin,
            "crossOrigin",
            crossOrigin);
    return Json.write(all).getBytes();
  }

  private static String other(String ceremony) {
    return ceremony.equals("webauthn.get") ? "webauthn.create" : "webauthn.get";
  }

  private byte[] data(int more) {
    int flags = more | (present ? PRESENT : 0) | (verified ? VERIFIED : 0);
    flags |= (movable ? MOVABLE : 0) | (backedUp ? BACKED_UP : 0);
    byte[] count = ByteBuffer.allocate(4).putInt((int) counter).array();
    return join(sha256(site.getBytes(StandardCharsets.UTF_8)), new byte[] {(byte) flags}, count);
  }

  private byte[] coseKey() {
    var point = ((ECPublicKey) pair.getPublic()).getW();
    return join(
        hex("a5010203262001215820"),
        fixed(point.getAffineX()),
        hex("225820"),
        fixed(point.getAffineY()));
  }

  private byte[] sign(byte[] message) {
    try {
      var signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] fixed(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[32];
    int length = Math.min(32, bytes.length);
    System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
    return fixed;
  }

  private static byte[] size(int length) {
    return new byte[] {(byte) (length >> 8), (byte) length};
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] join(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
