package org.gongshi.generator.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongshi.evaluation.digest.Digest;
import org.gongshi.evaluation.json.Json;
import org.gongshi.evaluation.json.JsonText;
import org.gongshi.evaluation.site.Site;
import org.gongshi.templates.frame.Frame;
import org.gongshi.templates.site.Html;

/**
 * The catalogue of the data sets, one for each round (数据目录): as DCAT (DCAT-AP 3, JSON-LD) for data portals, and as schema.org
 * {@code DataCatalog} within the data page for search engines.
 */
final class DataCatalogue {
    static final String FILE = "data/catalog.jsonld";
    private static final String LANGUAGE = "zh-CN";
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String FILE_TYPES = "http://publications.europa.eu/resource/authority/file-type/";

    private final Composition site;
    private final Site of;
    private final Map<RoundView, List<DataTable>> rounds;
    private final Map<String, byte[]> csv;

    DataCatalogue(Composition site, Map<RoundView, List<DataTable>> rounds, Map<String, byte[]> csv) {
        this.site = site;
        this.of = site.content().site();
        this.rounds = rounds;
        this.csv = csv;
    }

    /** The DCAT catalogue. */
    byte[] dcat() {
        List<Json> sets = new ArrayList<>();
        rounds.forEach((round, tables) -> sets.add(dataset(round, tables)));
        return JsonText.pretty(Json.object()
                .put("@context", context())
                .put("@id", address(FILE))
                .put("@type", "dcat:Catalog")
                .put("dct:title", said(site.say("data.package", of.name())))
                .put("dct:description", said(site.say("data.answer")))
                .put("dct:publisher", publisher())
                .put("dct:language", reference("http://publications.europa.eu/resource/authority/language/ZHO"))
                .put("dct:license", reference(Licences.address(of)))
                .put("dct:modified", day(site.asOf().toString()))
                .put("foaf:homepage", reference(address(SitePaths.DATA)))
                .put("dcat:dataset", Json.array(sets))
                .build());
    }

    /** The schema.org catalogue, to stand in a script element. */
    Html schemaOrg() {
        List<Json> sets = new ArrayList<>();
        rounds.forEach((round, tables) -> sets.add(Json.object()
                .put("@type", "Dataset")
                .put("name", site.say("data.book", round.title()))
                .put("description", site.say("data.set", round.title()))
                .put("url", address(site.paths().round(round.key())))
                .put("license", Licences.address(of))
                .put("isAccessibleForFree", true)
                .put("inLanguage", LANGUAGE)
                .put("dateModified", site.asOf().toString())
                .put("temporalCoverage", round.key().year().toString())
                .put("spatialCoverage", round.organizer().name())
                .put("creator", organisation())
                .put("distribution", Json.array(downloads(round, tables)))
                .build()));
        Json catalogue = Json.object()
                .put("@context", "https://schema.org")
                .put("@type", "DataCatalog")
                .put("name", site.say("data.package", of.name()))
                .put("description", site.say("data.answer"))
                .put("url", address(SitePaths.DATA))
                .put("license", Licences.address(of))
                .put("publisher", organisation())
                .put("dataset", Json.array(sets))
                .build();
        return inScript(catalogue);
    }

    /** No text in it can end the script element or begin a comment. */
    static Html inScript(Json value) {
        return new Html(JsonText.compact(value)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026"));
    }

    private List<Json> downloads(RoundView round, List<DataTable> tables) {
        List<Json> downloads = new ArrayList<>();
        if (site.hasDocuments()) {
            downloads.add(download(XLSX, site.paths().workbook(round.key())));
        }
        tables.forEach(table -> downloads.add(download(CSV, table.path())));
        return downloads;
    }

    private Json download(String type, String path) {
        return Json.object()
                .put("@type", "DataDownload")
                .put("encodingFormat", type)
                .put("contentUrl", address(path))
                .build();
    }

    private Json organisation() {
        return Json.object()
                .put("@type", "GovernmentOrganization")
                .put("name", of.sponsor())
                .put("url", address(SitePaths.HOME))
                .build();
    }

    private Json dataset(RoundView round, List<DataTable> tables) {
        List<Json> distributions = new ArrayList<>();
        if (site.hasDocuments()) {
            String path = site.paths().workbook(round.key());
            distributions.add(distribution(path, site.say("data.book", round.title()), "XLSX", XLSX)
                    .build());
        }
        for (DataTable table : tables) {
            byte[] bytes = csv.get(table.path());
            distributions.add(distribution(table.path(), table.title(), "CSV", CSV)
                    .put("dcat:byteSize", typed(Integer.toString(bytes.length), "xsd:nonNegativeInteger"))
                    .put("dct:conformsTo", reference(address(table.path() + "-metadata.json")))
                    .put(
                            "spdx:checksum",
                            Json.object()
                                    .put("@type", "spdx:Checksum")
                                    .put(
                                            "spdx:algorithm",
                                            reference("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"))
                                    .put(
                                            "spdx:checksumValue",
                                            typed(Digest.of(bytes).hex(), "xsd:hexBinary"))
                                    .build())
                    .build());
        }
        String year = round.key().year().toString();
        Json.ObjectBuilder dataset = Json.object()
                .put("@id", address(site.paths().round(round.key())) + "#data")
                .put("@type", "dcat:Dataset")
                .put("dct:identifier", address(site.paths().round(round.key())))
                .put("dct:title", said(site.say("data.book", round.title())))
                .put("dct:description", said(site.say("data.set", round.title())))
                .put("dct:publisher", publisher())
                .put("dct:modified", day(site.asOf().toString()))
                .put(
                        "dct:temporal",
                        Json.object()
                                .put("@type", "dct:PeriodOfTime")
                                .put("dcat:startDate", day(year + "-01-01"))
                                .put("dcat:endDate", day(year + "-12-31"))
                                .build())
                .put(
                        "dct:accrualPeriodicity",
                        reference("http://publications.europa.eu/resource/authority/frequency/ANNUAL"))
                .put("dcat:theme", reference("http://publications.europa.eu/resource/authority/data-theme/EDUC"))
                .put("dcat:landingPage", reference(address(SitePaths.DATA)))
                .put("dcat:distribution", Json.array(distributions));
        round.firstPublication().ifPresent(first -> dataset.put("dct:issued", day(first.toString())));
        return dataset.build();
    }

    private Json.ObjectBuilder distribution(String path, String title, String format, String media) {
        return Json.object()
                .put("@id", address(path) + "#distribution")
                .put("@type", "dcat:Distribution")
                .put("dct:title", said(title))
                .put("dcat:accessURL", reference(address(SitePaths.DATA)))
                .put("dcat:downloadURL", reference(address(path)))
                .put("dct:format", reference(FILE_TYPES + format))
                .put("dcat:mediaType", reference("https://www.iana.org/assignments/media-types/" + media))
                .put("dct:license", reference(Licences.address(of)));
    }

    private Json publisher() {
        return Json.object()
                .put("@type", "foaf:Agent")
                .put("foaf:name", said(of.sponsor()))
                .put("foaf:homepage", reference(address(SitePaths.HOME)))
                .build();
    }

    private String address(String path) {
        return Frame.address(of, path);
    }

    private static Json context() {
        return Json.object()
                .put("dcat", "http://www.w3.org/ns/dcat#")
                .put("dct", "http://purl.org/dc/terms/")
                .put("foaf", "http://xmlns.com/foaf/0.1/")
                .put("spdx", "http://spdx.org/rdf/terms#")
                .put("xsd", "http://www.w3.org/2001/XMLSchema#")
                .build();
    }

    private static Json reference(String address) {
        return Json.object().put("@id", address).build();
    }

    private static Json said(String text) {
        return Json.object().put("@value", text).put("@language", LANGUAGE).build();
    }

    private static Json day(String day) {
        return typed(day, "xsd:date");
    }

    private static Json typed(String value, String type) {
        return Json.object().put("@value", value).put("@type", type).build();
    }
}
