package org.gongshi.templates.office;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.evaluation.Require;
import org.gongshi.evaluation.site.Site;
import org.gongshi.templates.frame.Wording;

/**
 * What all pages of the console share.
 *
 * @param words every word of the pages
 * @param site who runs the survey, and whether it is a demonstration
 * @param roundTitle the round it is about
 * @param signed who is signed in; empty on the sign-in page
 * @param flash what the last step came to, shown once
 */
public record OfficeFrame(
        Wording words, Site site, String roundTitle, Assets assets, Optional<Signed> signed, Optional<String> flash) {
    public OfficeFrame {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(site, "site");
        Require.text(roundTitle, "roundTitle");
        Objects.requireNonNull(assets, "assets");
        Objects.requireNonNull(signed, "signed");
        Objects.requireNonNull(flash, "flash");
    }

    /** What every form of this session bears. */
    public String token() {
        return signed.map(Signed::token).orElse("");
    }

    /** Addresses of the files that pages load, the last two each by one page; all of them lie on this server. */
    public record Assets(String style, String script, String icon, String paper, String clues) {
        public Assets {
            Require.text(style, "style");
            Require.text(script, "script");
            Require.text(icon, "icon");
            Require.text(paper, "paper");
            Require.text(clues, "clues");
        }
    }

    /**
     * Who is signed in.
     *
     * @param person name or post
     * @param role label of the role
     * @param token against requests that another site makes in the person's name
     * @param doors the pages this role may open
     */
    public record Signed(String person, String role, String token, List<Door> doors) {
        /** The groups of doors, in order. */
        public List<String> groups() {
            return doors.stream().map(Door::group).distinct().toList();
        }

        /** The doors of a group. */
        public List<Door> of(String group) {
            return doors.stream().filter(door -> door.group().equals(group)).toList();
        }

        public Signed {
            Require.text(person, "person");
            Require.text(role, "role");
            Require.text(token, "token");
            doors = List.copyOf(doors);
        }
    }

    /**
     * A way to another page.
     *
     * @param group its words stand under {@code nav.group.GROUP}
     * @param key its words stand under {@code nav.KEY}
     * @param here whether it is this page
     */
    public record Door(String group, String key, String href, boolean here) {}
}
