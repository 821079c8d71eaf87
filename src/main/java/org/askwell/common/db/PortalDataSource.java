package org.askwell.common.db;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the driver by the URL, so that one WAR runs on H2 and on PostgreSQL.
 *
 * <p>The server's pool fills in url, user and password as bean properties; {@code class} is a constant there, because
 * the name of the driver's own class would have to follow the URL.
 */
public class PortalDataSource implements DataSource {

    private String url = "";
    private String user = "";
    private String password = "";
    private int loginTimeout = 5;
    private @Nullable PrintWriter logWriter;

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = user;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(user, password);
    }

    @Override
    public Connection getConnection(String asUser, String withPassword) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", asUser);
        properties.setProperty("password", withPassword);
        if (url.startsWith("jdbc:postgresql:")) {
            properties.setProperty("loginTimeout", String.valueOf(loginTimeout));
            properties.setProperty("reWriteBatchedInserts", "true");
            return Objects.requireNonNull(new org.postgresql.Driver().connect(url, properties));
        }
        if (url.startsWith("jdbc:h2:")) {
            return Objects.requireNonNull(new org.h2.Driver().connect(url, properties));
        }
        throw new SQLException("ASKWELL_DB_URL must start with jdbc:h2: or jdbc:postgresql:");
    }

    @Override
    @SuppressWarnings("NullAway") // JDBC allows null here
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        logWriter = out;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(DriverManager.class.getPackageName());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("Not a wrapper for " + type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
