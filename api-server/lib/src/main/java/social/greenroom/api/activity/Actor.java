package social.greenroom.api.activity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who did something: a person or one of our programs. */
@Schema(name = "Actor")
public record Actor(@Schema(ref = "#/components/schemas/ActorKind") String kind, String name) {}
