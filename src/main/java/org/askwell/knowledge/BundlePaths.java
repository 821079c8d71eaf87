package org.askwell.knowledge;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Where the relative links inside a bundle of files lead. */
final class BundlePaths {

    private static final Pattern ELSEWHERE = Pattern.compile("(?i)^([a-z][a-z0-9+.-]*:|//|#).*");

    private BundlePaths() {}

    /** @param fragment with its leading #, or empty */
    record Target(String path, String fragment) {}

    /** The file that a link of another file means, tried as people write them: with and without ending, a folder for its index. */
    static Optional<Target> resolve(String from, String link, Predicate<String> exists) {
        if (link.isBlank() || ELSEWHERE.matcher(link).matches()) {
            return Optional.empty();
        }
        int hash = link.indexOf('#');
        var fragment = hash < 0 ? "" : link.substring(hash);
        var place = hash < 0 ? link : link.substring(0, hash);
        int query = place.indexOf('?');
        place = decoded(query < 0 ? place : place.substring(0, query));
        var segments = new ArrayList<String>();
        if (!place.startsWith("/") && from.contains("/")) {
            segments.addAll(List.of(from.substring(0, from.lastIndexOf('/')).split("/")));
        }
        for (var segment : place.replace('\\', '/').split("/")) {
            if (segment.equals("..")) {
                if (segments.isEmpty()) {
                    return Optional.empty();
                }
                segments.removeLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        var path = String.join("/", segments);
        var folder = path.isEmpty() ? "" : path + "/";
        return List.of(path, path + ".md", path + ".html", folder + "index.md", folder + "README.md").stream()
                .filter(exists)
                .findFirst()
                .map(it -> new Target(it, fragment));
    }

    /** The file that stands for the folder of another file in the tree: its index, in the same language if there are several. */
    static List<String> parents(String path) {
        var parents = new ArrayList<String>();
        var name = path.substring(path.lastIndexOf('/') + 1);
        var suffix = name.replaceFirst("^[^.]*", "");
        boolean isIndex = name.startsWith("index.") || name.startsWith("README.");
        var folder = path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        if (isIndex) {
            if (folder.isEmpty()) {
                return parents;
            }
            folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
        }
        for (var index : List.of("index" + suffix, "README" + suffix, "index.md", "README.md")) {
            var candidate = folder.isEmpty() ? index : folder + "/" + index;
            if (!candidate.equals(path) && !parents.contains(candidate)) {
                parents.add(candidate);
            }
        }
        return parents;
    }

    /** A number that the file name begins with; 0 without one. */
    static int position(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        int digits = 0;
        while (digits < name.length() && digits < 6 && Character.isDigit(name.charAt(digits))) {
            digits++;
        }
        return digits == 0 ? 0 : Integer.parseInt(name.substring(0, digits));
    }

    static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }
}
