package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import systems.voltaic.magnetiq.fault.Fault.Detail;

/** RFC 9457 problem details: the only shape an error leaves this server in. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String requestId,
    List<Detail> errors,
    @JsonIgnore Map<String, String> headers) {

  static final String CONTENT_TYPE = "application/problem+json";
}
