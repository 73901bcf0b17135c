package org.gongshi.templates.site;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;

/**
 * The way in (首页): how did the leagues do, what is new, what comes next.
 *
 * @param latest the newest round with a published report
 * @param doors entries by kind of reader
 * @param recent publications, notices, corrections, newest first
 * @param ahead coming milestones, next first
 * @param rounds all rounds, newest first
 */
public record HomePage(
        Frame frame,
        Optional<Latest> latest,
        List<Door> doors,
        List<DatedLink> recent,
        List<DatedLink> ahead,
        List<Link> rounds)
        implements SitePage {
    public HomePage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(latest, "latest");
        doors = List.copyOf(doors);
        recent = List.copyOf(recent);
        ahead = List.copyOf(ahead);
        rounds = List.copyOf(rounds);
    }

    /** The newest results in one sentence and a grid. */
    public record Latest(Link round, String answer, List<Tile> tiles) {
        public Latest {
            tiles = List.copyOf(tiles);
        }
    }

    /** An entry for one kind of reader. */
    public record Door(String reader, String question, List<Link> links) {
        public Door {
            links = List.copyOf(links);
        }
    }

    @Override
    public String template() {
        return "site/home.jte";
    }
}
