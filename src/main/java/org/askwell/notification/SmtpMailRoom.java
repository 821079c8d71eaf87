package org.askwell.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Mails by SMTP, to the one mail server of the settings. */
@ApplicationScoped
class SmtpMailRoom implements MailRoom {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    @Override
    public boolean isOpen() {
        return MailSettings.find().isPresent();
    }

    @Override
    public Round begin() throws MailServerAway {
        var settings = MailSettings.find().orElseThrow(() -> new MailServerAway("ASKWELL_MAIL_HOST is not set", null));
        var session = Session.getInstance(properties(settings));
        try {
            var transport = new Watched(session);
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
            return new SmtpRound(session, transport, settings.from());
        } catch (MessagingException away) {
            throw new MailServerAway(sentence(away), away);
        }
    }

    private static Properties properties(MailSettings settings) {
        var patience = String.valueOf(settings.patience().toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", patience);
        properties.put("mail.smtp.timeout", patience);
        properties.put("mail.smtp.writetimeout", patience);
        properties.put("mail.smtp.auth", String.valueOf(settings.user() != null));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        return properties;
    }

    /** Tells when sender and receivers have been accepted and the text is about to leave. */
    private static final class Watched extends SMTPTransport {

        private Runnable beforeText = () -> {};
        private boolean textLeft;

        Watched(Session session) {
            super(session, new URLName("smtp", null, -1, null, null, null));
        }

        @Override
        protected OutputStream data() throws MessagingException {
            beforeText.run();
            textLeft = true;
            return super.data();
        }
    }

    private static final class SmtpRound implements Round {

        private final Session session;
        private final Watched transport;
        private final String from;

        SmtpRound(Session session, Watched transport, String from) {
            this.session = session;
            this.transport = transport;
            this.from = from;
        }

        @Override
        public void hand(Letter letter, Runnable beforeText) throws MailServerAway, NotTaken {
            transport.beforeText = beforeText;
            transport.textLeft = false;
            try {
                var message = message(letter);
                transport.sendMessage(message, message.getAllRecipients());
            } catch (MessagingException problem) {
                var answer = answer(problem);
                if (answer >= 400) {
                    throw new NotTaken(sentence(problem), answer >= 500, problem);
                }
                throw new MailServerAway(sentence(problem), problem);
            } catch (UnsupportedEncodingException never) {
                throw new IllegalStateException(never);
            }
        }

        private MimeMessage message(Letter letter) throws MessagingException, UnsupportedEncodingException {
            var message = new MimeMessage(session) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", "<" + letter.messageId() + ">");
                }
            };
            message.setFrom(new InternetAddress(from, "Askwell", UTF_8));
            message.setRecipients(
                    RecipientType.TO, new Address[] {new InternetAddress(letter.address(), letter.name(), UTF_8)});
            message.setSubject(letter.subject(), UTF_8);
            message.setSentDate(Date.from(letter.at()));
            message.setHeader("In-Reply-To", "<" + letter.thread() + ">");
            message.setHeader("References", "<" + letter.thread() + ">");
            message.setHeader("Content-Language", letter.language());
            // Nobody's absence is to answer a machine (RFC 3834), and Exchange has a word of its own for it.
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            var plain = new MimeBodyPart();
            plain.setText(letter.text(), UTF_8);
            var rich = new MimeBodyPart();
            rich.setText(letter.html(), UTF_8, "html");
            message.setContent(new MimeMultipart("alternative", plain, rich));
            return message;
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException gone) {
                // Whatever was handed over has been answered.
            }
        }
    }

    /** The reply code of the mail server (RFC 5321), or 0 when it did not answer. */
    private static int answer(MessagingException problem) {
        for (Exception cause = problem; cause instanceof MessagingException next; cause = next.getNextException()) {
            if (cause instanceof SMTPAddressFailedException refused) {
                return refused.getReturnCode();
            }
            if (cause instanceof SMTPSendFailedException refused && refused.getReturnCode() >= 400) {
                return refused.getReturnCode();
            }
            if (cause instanceof jakarta.mail.internet.AddressException) {
                return 553;
            }
            if (cause instanceof SendFailedException && next.getNextException() == null) {
                return 0;
            }
        }
        return 0;
    }

    private static String sentence(MessagingException problem) {
        Exception last = problem;
        for (Exception cause = problem; cause instanceof MessagingException next; cause = next.getNextException()) {
            last = cause;
        }
        return String.valueOf(last.getMessage());
    }
}
