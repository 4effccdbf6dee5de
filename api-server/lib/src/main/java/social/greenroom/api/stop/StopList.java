package social.greenroom.api.stop;

import java.util.List;

/** Everything that is stopped now, what people stopped last first. */
public record StopList(List<Stop> items) {}
