package org.gongshi.generator.compose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongshi.evaluation.site.Site;
import org.gongshi.templates.frame.DocumentBlock;
import org.gongshi.templates.frame.Edition;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.frame.Link;
import org.gongshi.templates.frame.Meta;
import org.gongshi.templates.frame.Wording;

/** Makes the frames of a site's pages, with the mandatory items of a government page. */
final class Frames {
    private final Site site;
    private final Wording words;
    private final List<Frame.Entry> navigation;
    private final List<Link> footer;
    private final Edition edition;

    Frames(Site site, Wording words, Edition edition, List<Frame.Entry> navigation, List<Link> footer) {
        this.site = site;
        this.words = words;
        this.edition = edition;
        this.navigation = List.copyOf(navigation);
        this.footer = List.copyOf(footer);
    }

    /** Begins the frame of a page: path, visible heading, one sentence about it. */
    Draft page(String path, String title, String description) {
        return new Draft(path, title, description);
    }

    /** A frame in the making. */
    final class Draft {
        private final String path;
        private final String title;
        private final String description;
        private String section = "";
        private List<Link> trail = List.of();
        private List<Link> local = List.of();
        private Optional<String> data = Optional.empty();

        private Draft(String path, String title, String description) {
            this.path = path;
            this.title = title;
            this.description = description;
        }

        /** Its entry in the main navigation. */
        Draft in(String section) {
            this.section = section;
            return this;
        }

        /** The pages above it, from the home page down. */
        Draft under(Link... above) {
            this.trail = List.of(above);
            return this;
        }

        Draft beside(List<Link> local) {
            this.local = local;
            return this;
        }

        /** Says that the same page stands beside it as data. */
        Draft withData() {
            this.data = Optional.of(SitePaths.json(path));
            return this;
        }

        /** The same where the page has data only under a condition. */
        Draft withData(boolean any) {
            return any ? withData() : this;
        }

        /** The home page or one outside of all columns: site items only. */
        Frame plain() {
            return frame(siteMetas(), Optional.empty());
        }

        /** A column page (栏目页). */
        Frame column(String type) {
            List<Meta> metas = siteMetas();
            metas.add(new Meta("ColumnName", title));
            metas.add(new Meta("ColumnDescription", description));
            metas.add(new Meta("ColumnKeywords", words.say("meta.keywords", title)));
            metas.add(new Meta("ColumnType", type));
            return frame(metas, Optional.empty());
        }

        /** A content page (内容页) with its document block. */
        Frame article(DocumentBlock document) {
            return frame(articleMetas(document.published(), document.source()), Optional.of(document));
        }

        /** A content page without a document of its own, such as a notice. */
        Frame article(LocalDate published) {
            return frame(articleMetas(published, site.sponsor()), Optional.empty());
        }

        private List<Meta> siteMetas() {
            List<Meta> metas = new ArrayList<>();
            metas.add(new Meta("SiteName", site.name()));
            metas.add(new Meta("SiteDomain", site.domain()));
            metas.add(new Meta("SiteIDCode", site.identifier()));
            return metas;
        }

        private List<Meta> articleMetas(LocalDate published, String source) {
            List<Meta> metas = siteMetas();
            String column =
                    trail.isEmpty() ? site.name() : trail.get(trail.size() - 1).text();
            metas.add(new Meta("ColumnName", column));
            metas.add(new Meta("ColumnType", words.say("meta.type.disclosure")));
            metas.add(new Meta("ArticleTitle", title));
            // The first publication, never the day of a build: a changed date counts as forged.
            metas.add(new Meta("PubDate", published + " 00:00"));
            metas.add(new Meta("ContentSource", source));
            metas.add(new Meta("Keywords", words.say("meta.keywords", title)));
            metas.add(new Meta("Description", description));
            metas.add(new Meta("Url", Frame.address(site, edition.place(path))));
            return metas;
        }

        private Frame frame(List<Meta> metas, Optional<DocumentBlock> document) {
            return new Frame(
                    words,
                    site,
                    path,
                    title,
                    description,
                    section,
                    navigation,
                    footer,
                    local,
                    trail,
                    metas,
                    document,
                    data,
                    edition);
        }
    }
}
