package org.askwell.knowledge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file that can be read only so far, until it is unbound: whoever opens it cannot be made to read without end. */
final class BoundedChannel implements SeekableByteChannel {

    private final SeekableByteChannel file;
    private long left;
    private boolean exhausted;

    BoundedChannel(SeekableByteChannel file, long most) {
        this.file = file;
        this.left = most;
    }

    /** Whether somebody wanted to read more than is allowed. */
    boolean isExhausted() {
        return exhausted;
    }

    void unbind() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (left < target.remaining()) {
            exhausted = true;
            throw new IOException("More was to be read than is allowed");
        }
        int read = file.read(target);
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return file.write(source);
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long place) throws IOException {
        file.position(place);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
