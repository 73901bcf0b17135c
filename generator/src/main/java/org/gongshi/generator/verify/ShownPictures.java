package org.gongshi.generator.verify;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongshi.evaluation.picture.Picture;
import org.gongshi.evaluation.picture.PictureFault;
import org.gongshi.evaluation.picture.PictureFile;

/**
 * Pictures of reports (报告图片): each is shown by a report's page, bears the beginning of its digest as its name and holds nothing but
 * pixels; each that a page shows is there, as large as the page says, with words for those who do not see it.
 */
final class ShownPictures {
    private static final Pattern PICTURE = Pattern.compile(".*\\.(?:png|jpe?g|gif|webp|bmp|avif)");
    private static final Pattern REPORT = Pattern.compile("(?:.*/)?report/index\\.html");
    private static final Pattern SHOWN = Pattern.compile("<img\\b[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z]+)=\"([^\"]*)\"");
    private static final String FIELD = "picture";

    private final SiteSource source;
    private final Recount recount;
    private final Map<String, Picture> pictures = new TreeMap<>();
    private final Set<String> shown = new TreeSet<>();

    ShownPictures(SiteSource source, Recount recount) {
        this.source = source;
        this.recount = recount;
    }

    /** @param paths every file of the site */
    void check(Set<String> paths) {
        paths.stream().filter(path -> PICTURE.matcher(path).matches()).forEach(this::picture);
        paths.stream().filter(path -> REPORT.matcher(path).matches()).forEach(this::page);
        pictures.keySet().forEach(path -> recount.require(path, FIELD, shown.contains(path), "没有报告显示这张图片"));
    }

    private void picture(String path) {
        if (!(Reading.of(source, path) instanceof Reading.Bytes bytes)) {
            return;
        }
        try {
            PictureFile file = PictureFile.read(bytes.bytes());
            pictures.put(path, file.picture());
            String name = path.substring(path.lastIndexOf('/') + 1);
            recount.require(path, FIELD, file.removed().isEmpty(), "除了图像还有：" + file.removed());
            recount.require(
                    path,
                    FIELD,
                    name.equals(file.picture().name()),
                    "文件名应为 " + file.picture().name());
        } catch (PictureFault fault) {
            recount.fault(new Fault(FaultKind.NUMBER, path, FIELD + "：" + fault.getMessage()));
        }
    }

    private void page(String path) {
        if (Reading.of(source, path) instanceof Reading.Bytes bytes) {
            Matcher image = SHOWN.matcher(Markup.of(bytes.bytes()).html());
            while (image.find()) {
                String tag = image.group();
                recount.guarded(path, FIELD, () -> shown(path, tag));
            }
        }
    }

    private void shown(String path, String tag) {
        Map<String, String> attributes = new TreeMap<>();
        Matcher attribute = ATTRIBUTE.matcher(tag);
        while (attribute.find()) {
            attributes.put(attribute.group(1), attribute.group(2));
        }
        String address = attributes.getOrDefault("src", "");
        URI target = URI.create("site:///" + path).resolve(address);
        Picture picture = "site".equals(target.getScheme())
                ? pictures.get(target.getPath().replaceFirst("^/+", ""))
                : null;
        recount.require(path, FIELD, picture != null, "显示的图片不在网站上：" + address);
        if (picture != null) {
            shown.add(target.getPath().replaceFirst("^/+", ""));
            recount.expect(
                    path, FIELD + " width", Integer.toString(picture.width()), attributes.getOrDefault("width", ""));
            recount.expect(
                    path, FIELD + " height", Integer.toString(picture.height()), attributes.getOrDefault("height", ""));
            recount.require(path, FIELD, !attributes.getOrDefault("alt", "").isBlank(), "图片没有替代文字：" + address);
        }
    }
}
