package org.gongshi.survey.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.templates.survey.NoticePage;
import org.gongshi.templates.survey.SurveyFrame;

/** The style, the script and the icon (静态文件): read once, named by their digest, kept by browsers for a year. */
final class StaticFiles {
    static final String PATH = "/assets/survey/{file}";

    private static final String FOLDER = "/assets/survey/";
    private static final String FONT = "mongolian.woff2";
    /** The few letters of the language's name, for the switch on pages of other languages. */
    private static final String NAME_FONT = "mongolian-name.woff2";

    private static final Map<String, String> TYPES = Map.of(
            "survey.css",
            "text/css; charset=utf-8",
            "survey.js",
            "text/javascript; charset=utf-8",
            "proof.js",
            "text/javascript; charset=utf-8",
            "vertical.css",
            "text/css; charset=utf-8",
            FONT,
            "font/woff2",
            NAME_FONT,
            "font/woff2",
            "icon.svg",
            "image/svg+xml");

    private final Map<String, Held> files = new TreeMap<>();

    StaticFiles() {
        TYPES.keySet().forEach(name -> files.put(name, read(name)));
        named("vertical.css", FONT);
        named("survey.css", NAME_FONT);
    }

    /** The style names the font by its digest, so that browsers keep it. */
    private void named(String style, String font) {
        String css = new String(files.get(style).bytes(), StandardCharsets.UTF_8);
        files.put(style, held(css.replace(font, address(font)).getBytes(StandardCharsets.UTF_8)));
    }

    private record Held(byte[] bytes, String version) {}

    SurveyFrame.Assets addresses() {
        return new SurveyFrame.Assets(
                address("survey.css"),
                address("survey.js"),
                address("icon.svg"),
                address("proof.js"),
                address("vertical.css"));
    }

    private String address(String name) {
        return FOLDER + name + "?v=" + files.get(name).version();
    }

    void serve(Context ctx) {
        String name = ctx.pathParam("file");
        Held file = files.get(name);
        if (file == null) {
            throw new Refusal(404, NoticePage.Kind.NOT_FOUND);
        }
        boolean named = file.version().equals(ctx.queryParam("v"));
        ctx.header("Cache-Control", named ? "public, max-age=31536000, immutable" : "no-cache");
        Etags.send(ctx, file.version(), TYPES.get(name), file.bytes());
    }

    private static Held read(String name) {
        try (InputStream bytes = StaticFiles.class.getResourceAsStream("/org/gongshi/templates" + FOLDER + name)) {
            Require.that(bytes != null, "no asset ", name);
            byte[] all = bytes.readAllBytes();
            return held(name.endsWith(".woff2") ? all : name.endsWith(".css") ? dense(lean(all)) : lean(all));
        } catch (IOException fault) {
            throw new UncheckedIOException("cannot read the asset " + name, fault);
        }
    }

    private static Held held(byte[] bytes) {
        return new Held(bytes, Digest.of(bytes).hex().substring(0, 16));
    }

    /** Without the indentation and the lines of comment, which an old phone need not fetch; no text spans lines there. */
    private static byte[] lean(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8)
                .replaceAll("(?s)(?m)^\\s*/\\*.*?\\*/\\s*?\n", "")
                .replaceAll("(?m)^\\s*//.*\n", "")
                .replaceAll("(?m)^[ \\t]+", "")
                .replaceAll("\n{2,}", "\n");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A style without the blanks that mean nothing: around braces, semicolons and commas, and after colons. */
    private static byte[] dense(byte[] style) {
        String text = new String(style, StandardCharsets.UTF_8)
                .replaceAll("\\s*([{};,])\\s*", "$1")
                .replaceAll(":\\s+", ":")
                .replace(";}", "}");
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
