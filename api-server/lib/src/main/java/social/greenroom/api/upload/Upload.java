package social.greenroom.api.upload;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file that was taken in.
 *
 * @param uri names it in a post request
 * @param mediaType as found in its content
 * @param url where this API serves it
 */
@Schema(name = "Upload")
public record Upload(String uri, String sha256, String mediaType, long bytes, String url) {}
