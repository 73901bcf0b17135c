package org.gongshi.generator.render;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.gongshi.evaluation.json.JsonFault;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.generator.verify.CsvTable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads every file of a site as the program of its reader does, and tells what that program would run or could not read. */
final class InertSite {
    private static final Pattern OWN_SCRIPT = Pattern.compile(
            "(?:(?:\\.\\./)*|/)(assets/site/(mode|search)|search/(titles|text)-[0-9]+)\\.js|(titles|text)-[0-9]+\\.js");
    private static final Pattern SEARCH = Pattern.compile("gongshi\\.[a-z]+\\((.*)\\);?\\s*", Pattern.DOTALL);
    private static final Pattern RISKY_CELL = Pattern.compile("(?:^|,|\n)\"?[=@＝＋－＠\\t]");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)[\\s\\u0000-\\u0020]*(javascript|vbscript|data)\\s*:.*");
    private static final Pattern LD =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    private final Path root;
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

    InertSite(Path root) {
        this.root = root;
    }

    List<String> faults() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile).toList().parallelStream().forEach(this::read);
        }
        return faults.stream().sorted().toList();
    }

    private void read(Path file) {
        String path = root.relativize(file).toString().replace('\\', '/');
        try {
            byte[] bytes = Files.readAllBytes(file);
            switch (path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
                case "html" -> html(path, text(bytes));
                case "json", "jsonld" -> JsonText.parse(bytes);
                case "js" -> script(path, text(bytes));
                case "xml", "svg" -> xml(path, bytes);
                case "csv" -> csv(path, bytes);
                case "xlsx" -> workbook(path, bytes);
                case "pdf" -> document(path, bytes);
                default -> {
                    // Fonts, styles and lists of the seal hold no text of the content.
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (JsonFault | IllegalArgumentException | SAXException fault) {
            faults.add(path + ": " + fault.getMessage());
        }
    }

    private void html(String path, String html) {
        HtmlPage page = new HtmlPage(html);
        page.faults().forEach(fault -> faults.add(path + ": " + fault));
        for (HtmlPage.Tag tag : page.tags()) {
            boolean foreign = tag.name().equals("script")
                    && tag.attribute("src")
                            .filter(src -> OWN_SCRIPT.matcher(src).matches())
                            .isEmpty()
                    && tag.attribute("type")
                            .filter("application/ld+json"::equals)
                            .isEmpty();
            if (foreign || List.of("iframe", "object", "embed", "base", "style").contains(tag.name())) {
                faults.add(path + ": " + tag);
            }
            for (String name : tag.names()) {
                String value = tag.attribute(name).orElse("");
                if (name.toLowerCase(Locale.ROOT).startsWith("on")
                        || List.of("href", "src", "action", "formaction").contains(name)
                                && ADDRESS.matcher(value).matches()) {
                    faults.add(path + ": " + tag);
                }
            }
        }
        Matcher data = LD.matcher(html);
        while (data.find()) {
            JsonText.parse(data.group(1));
        }
    }

    private static void script(String path, String script) {
        if (path.startsWith("assets/")) {
            return;
        }
        Matcher call = SEARCH.matcher(script);
        if (!call.matches()) {
            throw new IllegalArgumentException("no single call: " + script.substring(0, Math.min(80, script.length())));
        }
        JsonText.parse("[" + call.group(1) + "]");
    }

    private void xml(String path, byte[] bytes) throws IOException, SAXException {
        NodeList elements = parsed(bytes).getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            boolean runs = element.getTagName().toLowerCase(Locale.ROOT).endsWith("script");
            for (int j = 0; j < element.getAttributes().getLength(); j++) {
                var attribute = element.getAttributes().item(j);
                runs |= attribute.getNodeName().toLowerCase(Locale.ROOT).startsWith("on")
                        || ADDRESS.matcher(attribute.getNodeValue()).matches();
            }
            boolean address = List.of("link", "loc", "id", "guid").contains(element.getTagName());
            if (runs || address && ADDRESS.matcher(element.getTextContent()).matches()) {
                faults.add(path + ": " + element.getTagName());
            }
        }
    }

    private static org.w3c.dom.Document parsed(byte[] bytes) throws IOException, SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void csv(String path, byte[] bytes) {
        CsvTable.parse(bytes);
        Matcher risky = RISKY_CELL.matcher(text(bytes));
        if (risky.find()) {
            faults.add(path + ": a cell that a spreadsheet would compute at " + risky.start());
        }
    }

    private void workbook(String path, byte[] bytes) throws IOException, SAXException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                var elements = parsed(zip.readAllBytes()).getElementsByTagName("*");
                for (int i = 0; i < elements.getLength(); i++) {
                    String name = ((Element) elements.item(i)).getTagName();
                    if (name.equals("f") || name.equals("hyperlink")) {
                        faults.add(path + ": " + part.getName() + " computes");
                    }
                }
            }
        }
    }

    private void document(String path, byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getDocumentCatalog().getOpenAction() != null
                    || document.getDocumentCatalog().getNames() != null
                            && document.getDocumentCatalog().getNames().getJavaScript() != null) {
                faults.add(path + ": acts when it is opened");
            }
            for (var page : document.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    if (annotation instanceof PDAnnotationLink link
                            && link.getAction() instanceof PDActionURI to
                            && ADDRESS.matcher(to.getURI()).matches()) {
                        faults.add(path + ": leads to " + to.getURI());
                    }
                }
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
