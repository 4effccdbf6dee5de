package social.greenroom.api.activity;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What something was done to, or what needs care. */
@Schema(name = "Subject")
public record Subject(String kind, String id) {}
