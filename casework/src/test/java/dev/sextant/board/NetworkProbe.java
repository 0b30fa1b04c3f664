package dev.sextant.board;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Tries to reach a port of this machine; ends well only if it can. */
final class NetworkProbe {
  private NetworkProbe() {}

  /**
   * @param args the port
   */
  public static void main(String[] args) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 3000);
    }
  }
}
