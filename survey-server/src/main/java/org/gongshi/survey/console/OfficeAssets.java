package org.gongshi.survey.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.templates.office.OfficeFrame;

/** Style, script and icon of the console (静态文件): read once, named by their digest. */
public final class OfficeAssets {
    private static final String FOLDER = "/assets/office/";
    private static final Map<String, String> TYPES = Map.of(
            "office.css", "text/css; charset=utf-8",
            "office.js", "text/javascript; charset=utf-8",
            "paper.js", "text/javascript; charset=utf-8",
            "clues.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, Asset> files = new TreeMap<>();

    /** A file as it is served. */
    public record Asset(String type, byte[] bytes, String version) {}

    OfficeAssets() {
        TYPES.forEach((name, type) -> {
            byte[] bytes = read(name);
            files.put(name, new Asset(type, bytes, Digest.of(bytes).hex().substring(0, 16)));
        });
    }

    public Optional<Asset> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    OfficeFrame.Assets addresses() {
        return new OfficeFrame.Assets(
                address("office.css"),
                address("office.js"),
                address("icon.svg"),
                address("paper.js"),
                address("clues.js"));
    }

    private String address(String name) {
        return FOLDER + name + "?v=" + files.get(name).version();
    }

    private static byte[] read(String name) {
        try (InputStream bytes = OfficeAssets.class.getResourceAsStream("/org/gongshi/templates" + FOLDER + name)) {
            Require.that(bytes != null, "no asset ", name);
            return bytes.readAllBytes();
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot read the asset " + name, fault);
        }
    }
}
