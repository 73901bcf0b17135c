package org.gongshi.evaluation.content;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongshi.evaluation.content.source.Field;
import org.gongshi.evaluation.content.source.Fields;
import org.gongshi.evaluation.content.source.Forms;
import org.gongshi.evaluation.place.Place;
import org.gongshi.evaluation.place.PlaceCode;
import org.gongshi.evaluation.place.Places;
import org.gongshi.evaluation.place.Tier;

/** Reads {@code places.yaml}: every place by itself, then the register as a whole. */
final class PlaceFiles {
    /** Spaces that look like none, or like an ordinary one. */
    private static final Pattern ODD_SPACE = Pattern.compile("[\\p{Z}\\t&&[^ ]]");

    /** First words of the site's own addresses; a place must not take one. */
    static final Set<String> RESERVED = Set.of(
            "regions",
            "compare",
            "survey",
            "indicators",
            "inspection",
            "problems",
            "rectification",
            "self-evaluation",
            "monitoring",
            "outcomes",
            "calendar",
            "methodology",
            "verify",
            "corrections",
            "versions",
            "data",
            "catalogue",
            "notices",
            "search",
            "components",
            "archive",
            "promise",
            "regulation",
            "glossary",
            "about",
            "accessibility",
            "privacy",
            "sitemap",
            "assets",
            "mn",
            "en",
            "report",
            "index");

    private PlaceFiles() {}

    static Optional<Places> places(Fields fields) {
        Field<List<Place>> places = fields.mappings("places", PlaceFiles::place);
        places.value().ifPresent(all -> checkRegister(all, fields));
        return fields.build(() -> new Places(places.get()));
    }

    private static Optional<Place> place(Fields fields) {
        var code = fields.required("code", Forms.placeCode());
        var name = fields.required("name", Forms.text());
        var organ = fields.required("organ", Forms.text());
        var tier = fields.required("tier", Forms.oneOf(Tier.values(), Tier::key));
        var slug = fields.required("slug", Forms.text("网址用名", "小写字母开头，只用小写字母、数字和连字符，至多 40 个", Place::isSlug));
        var parent = fields.optional("parent", Forms.placeCode());
        slug.value()
                .filter(RESERVED::contains)
                .ifPresent(word -> fields.reject(slug.at(), "“" + word + "”是网站的固定用词，不能作地区的网址用名", "请换一个，例如加上地区的拼音"));
        return fields.build(() -> new Place(code.get(), name.get(), organ.get(), tier.get(), slug.get(), parent.get()));
    }

    private static void checkRegister(List<Place> places, Fields fields) {
        Map<PlaceCode, Place> byCode = new HashMap<>();
        Map<String, PlaceCode> bySlug = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (byCode.putIfAbsent(place.code(), place) != null) {
                fields.reject(fields.below("places[" + i + "].code"), "代码 " + place.code() + " 重复", "一个地区只登记一次");
            }
            PlaceCode other = bySlug.putIfAbsent(place.slug(), place.code());
            if (other != null) {
                fields.reject(
                        fields.below("places[" + i + "].slug"),
                        "网址用名“" + place.slug() + "”已由 " + other + " 使用",
                        "每个地区的网址用名各不相同");
            }
        }
        Map<String, PlaceCode> byName = new HashMap<>();
        for (int i = 0; i < places.size(); i++) {
            checkName(places.get(i), "places[" + i + "].name", byName, fields);
            checkParent(places.get(i), "places[" + i + "]", byCode, fields);
        }
    }

    /** Two names that a reader cannot tell apart would be one place to him. */
    private static void checkName(Place place, String field, Map<String, PlaceCode> byName, Fields fields) {
        String name = place.name();
        if (!name.equals(name.strip()) || ODD_SPACE.matcher(name).find()) {
            fields.reject(fields.below(field), "地区名称首尾或中间有看不出的空格", "请删去空格，或改成普通空格");
        }
        String key = place.parent() + " "
                + Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
        PlaceCode other = byName.putIfAbsent(key, place.code());
        if (other != null) {
            fields.reject(fields.below(field), "地区名称“" + name + "”已由 " + other + " 使用", "同一上级之下，每个地区的名称各不相同");
        }
    }

    private static void checkParent(Place place, String path, Map<PlaceCode, Place> byCode, Fields fields) {
        if (place.parent().isEmpty()) {
            return;
        }
        var at = fields.below(path + ".parent");
        Place parent = byCode.get(place.parent().get());
        if (parent == null) {
            fields.reject(at, "名录中没有上级 " + place.parent().get(), "请核对代码，或先登记上级");
        } else if (!parent.tier().evaluates().equals(Optional.of(place.tier()))) {
            fields.reject(
                    at,
                    place.tier().label() + "的上级应为高一级的地区，" + parent.code() + " 是"
                            + parent.tier().label(),
                    "层级依次为 region、league、banner");
        }
    }
}
