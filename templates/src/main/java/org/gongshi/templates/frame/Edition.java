package org.gongshi.templates.frame;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.site.Tongue;

/**
 * One language's tree of a site (语种版本) and its neighbours: {@code /} is Chinese, another language mirrors the tree under a folder
 * of its own, as far as its pages are complete. Pages know their path within the tree; only here is known where the tree stands.
 *
 * @param own this language
 * @param all every language of the site with the pages it has, Chinese first; one of them is this one
 */
public record Edition(Language own, List<Language> all) {
    /** The language of the originals. */
    public static final String ORIGINAL = "zh-CN";

    /** A site in Chinese alone. */
    public static final Edition CHINESE = chinese();

    public Edition {
        Objects.requireNonNull(own, "own");
        all = List.copyOf(all);
    }

    /**
     * A language.
     *
     * @param tag BCP 47
     * @param name its own name for itself
     * @param root folder of its tree, ending in {@code /}; empty for Chinese
     * @param paths what stands in its tree; empty: everything
     */
    public record Language(String tag, String name, String root, Optional<Set<String>> paths) {
        public Language {
            Require.text(tag, "tag");
            Require.text(name, "name");
            Objects.requireNonNull(root, "root");
            paths = paths.map(Set::copyOf);
        }

        /** Whether a page or file of that path stands in its tree. */
        public boolean has(String path) {
            return paths.map(some -> some.contains(path)).orElse(true);
        }
    }

    /** The same page in a language. */
    public record Alternate(String tag, String name, String path) {}

    private static Edition chinese() {
        Language chinese = new Language(ORIGINAL, "中文", "", Optional.empty());
        return new Edition(chinese, List.of(chinese));
    }

    /** Whether its pages are translations. */
    public boolean isTranslation() {
        return !own.root().isEmpty();
    }

    /** Whether one of the languages is written from top to bottom. */
    public boolean hasVertical() {
        return all.stream().anyMatch(one -> one.tag().contains("-Mong"));
    }

    /** Where a page of this tree stands on the site. */
    public String place(String path) {
        return own.root() + path;
    }

    /** Where a link leads: to the page of this language when there is one, else to the Chinese one. */
    public String target(String path) {
        int anchor = path.indexOf('#');
        return isTranslation() && own.has(anchor < 0 ? path : path.substring(0, anchor)) ? own.root() + path : path;
    }

    /** The link from one page to another, both by their paths within the tree. */
    public String relative(String from, String target) {
        return Paths.relative(place(from), target(target));
    }

    /** The languages that have a page, this one among them; none where there is no other one. */
    public List<Alternate> alternates(String path) {
        List<Alternate> found = all.stream()
                .filter(one -> one.has(path))
                .map(one -> new Alternate(one.tag(), name(one), one.root() + path))
                .toList();
        return found.size() < 2 ? List.of() : found;
    }

    /** The other languages that have a page. */
    public List<Alternate> others(String path) {
        return alternates(path).stream()
                .filter(one -> !one.tag().equals(own.tag()))
                .toList();
    }

    private String name(Language one) {
        return isTranslation() && one.root().isEmpty() ? Tongue.kept(one.name()) : one.name();
    }
}
