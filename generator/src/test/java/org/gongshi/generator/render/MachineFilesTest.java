package org.gongshi.generator.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The files for machines against what their readers demand: the schema of the site map, the rules of RFC 4287. */
class MachineFilesTest {
    private static final SiteFiles FILES = SiteLanguagesTest.FILES;
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    // Sitemaps 0.9 as sitemaps.org publishes it, with its limits; other namespaces may follow (hreflang).
    private static final String SITE_MAP = """
            <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9"
                xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
              <xsd:element name="urlset"><xsd:complexType><xsd:sequence>
                <xsd:element name="url" type="tUrl" maxOccurs="50000"/>
              </xsd:sequence></xsd:complexType></xsd:element>
              <xsd:complexType name="tUrl"><xsd:sequence>
                <xsd:element name="loc" type="tLoc"/>
                <xsd:element name="lastmod" type="xsd:date" minOccurs="0"/>
                <xsd:element name="changefreq" type="xsd:string" minOccurs="0"/>
                <xsd:element name="priority" type="xsd:decimal" minOccurs="0"/>
                <xsd:any namespace="##other" minOccurs="0" maxOccurs="unbounded" processContents="lax"/>
              </xsd:sequence></xsd:complexType>
              <xsd:simpleType name="tLoc"><xsd:restriction base="xsd:anyURI">
                <xsd:minLength value="12"/><xsd:maxLength value="2048"/>
              </xsd:restriction></xsd:simpleType>
            </xsd:schema>""";

    @Test
    void the_site_map_keeps_its_schema_and_names_each_page_once() throws Exception {
        byte[] bytes = FILES.bytes("sitemap.xml");
        validate(bytes);
        List<String> places = texts(parsed(bytes), "loc");
        assertThat(places).doesNotHaveDuplicates().allMatch(place -> place.startsWith("https://"));
        assertThat(places)
                .allMatch(place ->
                        FILES.has(place.replaceFirst("^https://[^/]+/", "").replaceFirst("(^|/)$", "$1index.html")));
        String text = new String(bytes, StandardCharsets.UTF_8);
        assertThatThrownBy(
                        () -> validate(text.replaceFirst("<loc>[^<]*</loc>", "").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SAXException.class);
        assertThatThrownBy(() ->
                        validate(text.replaceFirst("<url>", "<url><name/>").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SAXException.class);
    }

    private static void validate(byte[] bytes) throws SAXException, IOException {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(SITE_MAP)));
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(bytes)));
    }

    /** A rule of RFC 4287 with its section. */
    private record Rule(String section, String what, BiPredicate<Element, Element> holds) {}

    /** Feed and one of its entries. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    "4.1.1",
                    "a feed has exactly one id",
                    (feed, entry) -> children(feed, "id").size() == 1),
            new Rule(
                    "4.1.1",
                    "a feed has exactly one title",
                    (feed, entry) -> children(feed, "title").size() == 1),
            new Rule(
                    "4.1.1",
                    "a feed has exactly one updated",
                    (feed, entry) -> children(feed, "updated").size() == 1),
            new Rule(
                    "4.1.1",
                    "a feed has an author unless every entry has one",
                    (feed, entry) -> !children(feed, "author").isEmpty()
                            || !children(entry, "author").isEmpty()),
            new Rule(
                    "4.1.1",
                    "a feed says where it stands itself",
                    (feed, entry) -> children(feed, "link").stream()
                            .anyMatch(link -> link.getAttribute("rel").equals("self"))),
            new Rule(
                    "4.1.2",
                    "an entry has exactly one id",
                    (feed, entry) -> children(entry, "id").size() == 1),
            new Rule(
                    "4.1.2",
                    "an entry has exactly one title",
                    (feed, entry) -> children(entry, "title").size() == 1),
            new Rule(
                    "4.1.2",
                    "an entry has exactly one updated",
                    (feed, entry) -> children(entry, "updated").size() == 1),
            new Rule(
                    "4.1.2",
                    "an entry without content has an alternate link",
                    (feed, entry) -> !children(entry, "content").isEmpty()
                            || children(entry, "link").stream()
                                    .anyMatch(link -> List.of("", "alternate").contains(link.getAttribute("rel")))),
            new Rule(
                    "4.1.2",
                    "no two entries share id and moment",
                    (feed, entry) -> children(feed, "entry").stream()
                                    .filter(other -> text(other, "id").equals(text(entry, "id"))
                                            && text(other, "updated").equals(text(entry, "updated")))
                                    .count()
                            == 1),
            new Rule(
                    "4.2.6",
                    "an id is an absolute IRI",
                    (feed, entry) -> URI.create(text(entry, "id")).isAbsolute()
                            && URI.create(text(feed, "id")).isAbsolute()),
            new Rule(
                    "3.3",
                    "a moment is of RFC 3339",
                    (feed, entry) -> isMoment(text(feed, "updated")) && isMoment(text(entry, "updated"))),
            new Rule(
                    "4.2.15",
                    "a feed is as new as its newest entry",
                    (feed, entry) -> text(feed, "updated").compareTo(text(entry, "updated")) >= 0),
            new Rule(
                    "4.2.7.1",
                    "a link has an address",
                    (feed, entry) -> children(entry, "link").stream()
                            .allMatch(link ->
                                    URI.create(link.getAttribute("href")).isAbsolute())),
            new Rule(
                    "3.2.1",
                    "a person has a name",
                    (feed, entry) -> children(feed, "author").stream()
                            .allMatch(author -> !text(author, "name").isBlank())));

    @ParameterizedTest
    @ValueSource(strings = {"feed.xml", "990500/feed.xml", "en/feed.xml"})
    void a_feed_keeps_the_rules_of_Atom(String path) throws Exception {
        Element feed = parsed(FILES.bytes(path)).getDocumentElement();
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getAttribute("xml:lang")).isNotBlank();
        assertThat(children(feed, "entry")).isNotEmpty();
        assertThat(broken(feed)).isEmpty();
    }

    @Test
    void a_feed_that_breaks_a_rule_is_found() throws Exception {
        String text = new String(FILES.bytes("feed.xml"), StandardCharsets.UTF_8);
        for (String without : List.of(
                "<id>[^<]*</id>\n", "<updated>[^<]*</updated>\n", "<author>.*?</author>", "<link rel=\"self\"[^>]*>")) {
            String broken = text.replaceFirst(without, "");
            assertThat(broken).isNotEqualTo(text);
            assertThat(broken(parsed(broken.getBytes(StandardCharsets.UTF_8)).getDocumentElement()))
                    .as(without)
                    .isNotEmpty();
        }
    }

    private static List<String> broken(Element feed) {
        List<String> broken = new ArrayList<>();
        for (Element entry : children(feed, "entry")) {
            RULES.stream()
                    .filter(rule -> !rule.holds().test(feed, entry))
                    .forEach(rule -> broken.add(rule.section() + " " + rule.what() + ": " + text(entry, "id")));
        }
        return broken;
    }

    private static boolean isMoment(String text) {
        return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})")
                && OffsetDateTime.parse(text) != null;
    }

    private static Document parsed(byte[] bytes) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static List<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .<Node>mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream()
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }

    private static List<String> texts(Document document, String name) {
        var nodes = document.getElementsByTagNameNS("*", name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
