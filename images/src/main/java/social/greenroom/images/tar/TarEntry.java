package social.greenroom.images.tar;

/**
 * A file of a layer.
 *
 * @param path without a leading slash
 * @param mode the permission bits, with setuid, setgid and the sticky bit
 */
public record TarEntry(
    String path, Type type, int mode, long userId, long groupId, long size, long modifiedSeconds) {
  /** What kind of file it is. */
  public enum Type {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  private static final int SET_ID = 06000;
  private static final int STICKY = 01000;
  private static final int WRITABLE_BY_ALL = 0002;

  /** Whether who runs it gets the rights of its owner or group. */
  public boolean setsId() {
    return type == Type.FILE && (mode & SET_ID) != 0;
  }

  /** Whether everybody may write to it, other than in the manner of /tmp. */
  public boolean writableByAll() {
    return type != Type.LINK && (mode & WRITABLE_BY_ALL) != 0 && (mode & STICKY) == 0;
  }
}
