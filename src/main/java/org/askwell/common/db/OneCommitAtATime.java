package org.askwell.common.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A connection to H2 whose commits wait for each other.
 *
 * <p>H2 writes a transaction to its file when it commits ({@code WRITE_DELAY=0}), but not when another commit is being
 * written at that moment, as far as a crash test shows: then it returns at once and leaves the change to the next
 * write, and a killed process loses what it had acknowledged. One at a time, each commit finds the file free.
 */
final class OneCommitAtATime implements InvocationHandler {

    private static final ReentrantLock COMMITTING = new ReentrantLock(true);

    private final Connection connection;

    private OneCommitAtATime(Connection connection) {
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, new OneCommitAtATime(connection));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        boolean commits = method.getName().equals("commit");
        if (commits) {
            COMMITTING.lock();
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        } finally {
            if (commits) {
                COMMITTING.unlock();
            }
        }
    }
}
