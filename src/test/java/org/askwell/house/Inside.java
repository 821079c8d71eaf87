package org.askwell.house;

import com.github.mvysny.fakeservlet.FakeHttpSession;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributools.VaadinVersion;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kotlin.jvm.functions.Function0;
import kotlin.test.AssertionsKt;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The portal as it is packaged, with tests that run inside of it. One per database: each is a server process. */
public final class Inside {

    /**
     * What tests inside do not need: the models, which are half of the archive, and the door, which would send the
     * runner of these tests to the sign-in page.
     */
    private static final String WITHOUT =
            "(?!.*/(onnxruntime|langchain4j-embeddings-bge|tokenizers|poi-ooxml-full)[^/]*\\.jar$)"
                    + "(?!.*/people/ui/DoorFilter\\.class$).*";

    private Inside() {}

    /** An empty portal on a fresh database, without models. */
    public static WebArchive portal(TestDatabase database, Class<?>... tests) {
        writeSettings(database);
        return ShrinkWrap.create(WebArchive.class, "askwell.war")
                .as(ExplodedImporter.class)
                .importDirectory(new File("target/askwell"), Filters.include(WITHOUT))
                .as(WebArchive.class)
                .addClasses(tests)
                .addPackages(true, "org.askwell.inside", "org.askwell.views")
                .addAsLibraries(
                        jarOf(Assertions.class),
                        jarOf(net.bytebuddy.ByteBuddy.class),
                        jarOf(Awaitility.class),
                        jarOf(Matcher.class),
                        jarOf(FakeHttpSession.class),
                        jarOf(VaadinVersion.class),
                        jarOf(Function0.class),
                        jarOf(AssertionsKt.class))
                .addAsLibrary(withoutErrorPages(jarOf(MockVaadin.class)));
    }

    /** Vaadin would find two pages for a wrong address, ours and the one of the library, and refuse to start. */
    private static JavaArchive withoutErrorPages(File jar) {
        return ShrinkWrap.create(JavaArchive.class, jar.getName())
                .as(ZipImporter.class)
                .importFrom(jar, Filters.exclude(".*/MockRoute[^/]*Error\\.class"))
                .as(JavaArchive.class);
    }

    /** The server reads them as system properties, which count more than the environment of whoever runs the tests. */
    private static void writeSettings(TestDatabase database) {
        try {
            var base = Path.of("target", "inside");
            Files.createDirectories(base);
            var folder = Files.createTempDirectory(
                    base.toAbsolutePath(), database.name().toLowerCase() + "-");
            var settings = new Properties();
            settings.putAll(database.settings(folder));
            settings.put("ASKWELL_DATA", folder.toString());
            settings.put("ASKWELL_MODE", "empty");
            settings.put("ASKWELL_EMBEDDINGS", "off");
            settings.put("DJL_OFFLINE", "true");
            try (var out = Files.newBufferedWriter(base.resolve("settings.properties"))) {
                settings.store(out, null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static File jarOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
