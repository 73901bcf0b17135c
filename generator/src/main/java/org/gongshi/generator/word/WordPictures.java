package org.gongshi.generator.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.picture.PictureFault;
import org.gongshi.evaluation.picture.PictureKind;
import org.gongshi.generator.picture.Framing;
import org.gongshi.generator.picture.PictureIntake;

/**
 * The pictures of one drawing (图片). What the public will see must be what the author saw on paper: a picture that Word shows otherwise
 * than by cropping it straight and turning it is not taken, since what the author covered would come to light.
 */
final class WordPictures {
    private static final int QUARTER = 5_400_000;
    /** Several drawings put together, of which one may cover the other. */
    private static final Set<String> GROUPS = Set.of("wgp", "wpc", "lockedCanvas", "v:group");

    private static final Set<String> CROPS = Set.of(
            "cropleft",
            "croptop",
            "cropright",
            "cropbottom",
            "gain",
            "blacklevel",
            "grayscale",
            "bilevel",
            "chromakey");

    private final Context context;
    private final Xml drawing;
    private final String about;

    WordPictures(Context context, Xml drawing, String about) {
        this.context = context;
        this.drawing = drawing;
        this.about = about;
    }

    /** Each picture as Markdown; one that cannot be taken is told. */
    List<String> read() {
        List<Xml> pictures = drawing.all("pic:pic");
        List<Xml> old = drawing.all("v:imagedata");
        if (pictures.isEmpty() && old.isEmpty()) {
            return List.of();
        }
        if (drawing.all("wp:docPr").stream().anyMatch(one -> isOn(one.attribute("hidden")))) {
            return lost(Loss.HIDDEN, "图片 " + about);
        }
        if (GROUPS.stream().anyMatch(group -> !drawing.all(group).isEmpty())) {
            return lost(Loss.PICTURE_SHAPED, about);
        }
        List<String> read = new ArrayList<>();
        pictures.forEach(picture -> read.addAll(drawn(picture)));
        old.forEach(image -> read.addAll(image(image)));
        return read;
    }

    private List<String> lost(Loss loss, String words) {
        context.ledger().tell(loss, words);
        return List.of();
    }

    private List<String> drawn(Xml picture) {
        Optional<Xml> blip = picture.at("pic:blipFill", "a:blip");
        if (isShaped(picture)) {
            return lost(Loss.PICTURE_SHAPED, about);
        }
        if (blip.isPresent()
                && blip.get().attribute("r:embed").isEmpty()
                && !blip.get().attribute("r:link").isEmpty()) {
            return lost(Loss.PICTURE_LINKED, about);
        }
        Optional<Framing> framing = framing(picture);
        if (framing.isEmpty()) {
            return lost(Loss.PICTURE_SHAPED, about);
        }
        return taken(blip.map(one -> one.attribute("r:embed")).orElse(""), framing.get(), alternative(picture));
    }

    /** Cut to another shape than a rectangle, or with its colours computed anew. */
    private static boolean isShaped(Xml picture) {
        boolean geometry = picture.at("pic:spPr", "a:custGeom").isPresent()
                || picture.at("pic:spPr", "a:prstGeom")
                        .filter(one -> !one.attribute("prst").equals("rect"))
                        .isPresent();
        boolean effects = picture.at("pic:blipFill", "a:blip").stream()
                .flatMap(one -> one.children().stream())
                .anyMatch(one -> !one.is("a:extLst"));
        boolean filled = picture.at("pic:blipFill", "a:tile").isPresent()
                || picture.at("pic:blipFill", "a:stretch", "a:fillRect").stream()
                        .anyMatch(one -> List.of("l", "t", "r", "b").stream()
                                .anyMatch(side -> !List.of("", "0").contains(one.attribute(side))));
        return geometry || effects || filled;
    }

    /** Empty for a number that makes no sense. */
    private Optional<Framing> framing(Xml picture) {
        Optional<Xml> crop = picture.at("pic:blipFill", "a:srcRect");
        Optional<Xml> place = picture.at("pic:spPr", "a:xfrm");
        try {
            int turn = Math.floorMod(number(place, "rot"), 4 * QUARTER);
            int quarters = (turn + QUARTER / 2) / QUARTER % 4;
            if (turn % QUARTER != 0) {
                context.ledger().tell(Loss.PICTURE_TILTED, about);
            }
            boolean across = place.filter(one -> isOn(one.attribute("flipH"))).isPresent();
            boolean down = place.filter(one -> isOn(one.attribute("flipV"))).isPresent();
            return Optional.of(new Framing(
                    // Below zero there is a margin, and nothing cut away.
                    Math.max(0, number(crop, "l")),
                    Math.max(0, number(crop, "t")),
                    Math.max(0, number(crop, "r")),
                    Math.max(0, number(crop, "b")),
                    down ? (quarters + 2) % 4 : quarters,
                    across != down));
        } catch (IllegalArgumentException senseless) {
            return Optional.empty();
        }
    }

    private static int number(Optional<Xml> element, String attribute) {
        String written = element.map(one -> one.attribute(attribute)).orElse("");
        // In the strict edition shares are written with a sign of percent.
        return written.isEmpty()
                ? 0
                : written.endsWith("%")
                        ? (int) (Double.parseDouble(written.substring(0, written.length() - 1)) * 1_000)
                        : Integer.parseInt(written);
    }

    private static boolean isOn(String written) {
        return written.equals("1") || written.equals("true") || written.equals("on");
    }

    /** A picture as older programs write it. */
    private List<String> image(Xml image) {
        boolean changed = CROPS.stream().anyMatch(one -> !image.attribute(one).isEmpty())
                || drawing.all("v:shape").stream()
                        .anyMatch(one -> one.attribute("style").contains("rotation")
                                || one.attribute("style").contains("flip"));
        if (changed) {
            return lost(Loss.PICTURE_SHAPED, about);
        }
        if (image.attribute("r:id").isEmpty() && !image.attribute("r:href").isEmpty()) {
            return lost(Loss.PICTURE_LINKED, about);
        }
        String said = drawing.all("v:shape").stream()
                .map(one -> one.attribute("alt"))
                .findFirst()
                .orElse("");
        return taken(image.attribute("r:id"), Framing.WHOLE, said);
    }

    private String alternative(Xml picture) {
        return drawing.all("wp:docPr").stream()
                .map(one -> one.attribute("descr"))
                .findFirst()
                .filter(said -> !said.isBlank())
                .or(() -> picture.at("pic:nvPicPr", "pic:cNvPr").map(one -> one.attribute("descr")))
                .orElse("");
    }

    private List<String> taken(String id, Framing framing, String said) {
        Optional<WordFile.Relation> relation = context.relation(id);
        if (relation.isPresent() && relation.get().outside()) {
            return lost(Loss.PICTURE_LINKED, about);
        }
        Optional<byte[]> bytes = relation.flatMap(one -> context.file().picture(one.target()));
        if (context.isInNotes() || bytes.flatMap(PictureKind::of).isEmpty()) {
            return lost(Loss.PICTURE, about);
        }
        try {
            Optional<String> name = context.pictures().add(PictureIntake.take(bytes.get(), framing));
            if (name.isEmpty()) {
                return lost(Loss.PICTURE_MANY, about);
            }
            String words = Line.oneLine(said);
            if (words.isEmpty()) {
                context.ledger().tell(Loss.PICTURE_SILENT, name.get());
            }
            return List.of("![" + Line.escaped(words) + "](" + name.get() + ")");
        } catch (PictureFault fault) {
            return lost(Loss.PICTURE_UNFIT, fault.getMessage() + (about.isBlank() ? "" : "，" + about));
        }
    }
}
