package org.askwell.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The wire to a server on loopback, which a test can pull out and plug in again. */
public final class Cable implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean plugged = true;

    public Cable(int target) {
        try {
            this.target = target;
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on nobody gets through, and who is connected is cut off. */
    public void pull() {
        plugged = false;
        ends.forEach(Cable::cut);
        ends.clear();
    }

    public void plug() {
        plugged = true;
    }

    @Override
    public void close() throws IOException {
        door.close();
        pull();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                if (!plugged) {
                    cut(near);
                    continue;
                }
                var far = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.add(near);
                ends.add(far);
                Thread.ofVirtual().start(() -> carry(near, far));
                Thread.ofVirtual().start(() -> carry(far, near));
            } catch (IOException over) {
                // The door was closed, or the other side does not answer: whoever knocked finds out.
            }
        }
    }

    private void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // That is what the cable is for.
        } finally {
            cut(from);
            cut(to);
            ends.remove(from);
            ends.remove(to);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // Cut already.
        }
    }
}
