package social.greenroom.images;

import java.util.List;
import java.util.Locale;

/** The programs there is an image of, and what differs between them. */
public enum Program {
  OPERATOR("Turns Greenroom's resources into work", Base.JAVA, 130),
  API_SERVER("Serves Greenroom's page and REST API", Base.JAVA, 145),
  WORKER("Drafts, renders and publishes, as a Job", Base.FFMPEG, 230),
  SANDBOX("Plays the networks, for trying and tests", Base.JAVA, 90);

  /** What an image stands on. */
  public enum Base {
    /** A Java runtime. */
    JAVA,
    /** A Java runtime, FFmpeg, and a shell, which sets FFmpeg's limits. */
    FFMPEG;

    /** As the script, the properties and the files name it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String description;
  private final Base base;
  private final int ceiling;

  Program(String description, Base base, int ceiling) {
    this.description = description;
    this.base = base;
    this.ceiling = ceiling;
  }

  /** The image's name: {@code greenroom-operator}. */
  public String image() {
    return "greenroom-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String description() {
    return description;
  }

  public Base base() {
    return base;
  }

  /** The ports it listens on; none for a Job. */
  public List<Integer> ports() {
    return switch (this) {
      case OPERATOR -> List.of(8081);
      case API_SERVER -> List.of(8080, 8083, 9000);
      case WORKER -> List.of();
      case SANDBOX -> List.of(8090);
    };
  }

  /** As an SPDX expression. Debian builds FFmpeg with parts under the GPL, so all of it is. */
  public String licences() {
    return base == Base.FFMPEG ? "Apache-2.0 AND GPL-2.0-or-later" : "Apache-2.0";
  }

  /** What the file may have at most, in megabytes of a million bytes: a regression is a diff. */
  public int ceilingMegabytes() {
    return ceiling;
  }
}
