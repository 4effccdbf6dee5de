package social.greenroom.standalone.kube;

/** The API as a process of its own, so that it can be killed. */
final class KubeProcess {

  private KubeProcess() {}

  public static void main(String[] args) throws InterruptedException {
    EmbeddedKube kube =
        EmbeddedKube.start(
            KubeConfig.of("127.0.0.1", 0, KubeDatabase.pooled(args[0], args[1]), KubeCase.KEY));
    System.out.println(kube.url());
    Thread.currentThread().join();
  }
}
