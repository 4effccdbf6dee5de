package social.greenroom.standalone.kube;

/** Runs the API alone, to try kubectl against it by hand. */
final class KubeByHand {

  private KubeByHand() {}

  public static void main(String[] args) throws InterruptedException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 0;
    KubeConfig config = KubeConfig.of("127.0.0.1", port, KubeDatabase.empty(), new byte[32]);
    try (EmbeddedKube kube = EmbeddedKube.start(config)) {
      System.out.println(kube.url());
      Thread.currentThread().join();
    }
  }
}
