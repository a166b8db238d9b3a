package org.safeconduct.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule finds what it is for, and nothing beside it. */
class TidyRulesTest {

    private static final String MAIN = "desk/src/main/java/org/safeconduct/";

    @TempDir
    Path folder;

    @Test
    void longMethodsAndLongParameterListsAreFound() throws IOException {
        write(
                MAIN + "plan/Long.java",
                "record Long(int a, int b, int c, int d, int e, int f) {\n"
                        + "    void many(int a, int b, int c, int d, int e, int f) {}\n"
                        + "    void lines() {\n" + "        ;\n".repeat(59) + "    }\n"
                        + "    void fits() {\n" + "        ;\n".repeat(58) + "    }\n}\n");
        assertThat(found(new SizeRule()))
                .containsExactly(
                        MAIN + "plan/Long.java:2: many takes 6 parameters, at most 5;"
                                + " make a record of those that belong together",
                        MAIN + "plan/Long.java:3: lines has 61 lines, at most 60;"
                                + " keep the control flow here and move the leaves into methods of their own");
    }

    @Test
    void longFilesAreFound() throws IOException {
        write(MAIN + "plan/Fits.java", "class Fits {}\n".repeat(1) + "//\n".repeat(499));
        write(MAIN + "plan/TooLong.java", "class TooLong {}\n" + "//\n".repeat(500));
        assertThat(found(new SizeRule())).singleElement().asString().startsWith(MAIN + "plan/TooLong.java:501:");
    }

    @Test
    void tooMuchToReadForWhoTrustsNobodyIsFound() throws IOException {
        String body = """
            package a;

            import java.util.List;

            /**
             * Two.
             */
            class A {
                // why
                List<A> all;
            }
            """;
        write("trust/src/main/java/org/safeconduct/terms/A.java", body);
        write(MAIN + "plan/B.java", body);
        assertThat(found(new TrustSizeRule(4))).isEmpty();
        assertThat(found(new TrustSizeRule(3))).singleElement().asString().contains("trust has 4 lines");
    }

    @Test
    void emptySuffixesAreFoundInNestedTypesToo() throws IOException {
        write(MAIN + "plan/Plan.java", "class Plan {\n    class PlanHelper {}\n    class Utility {}\n}\n");
        assertThat(found(new NameRule())).singleElement().asString().contains("Plan.java:2: PlanHelper ends with");
    }

    @Test
    void swallowedAndWholesaleCatchesAreFound() throws IOException {
        String body = """
            class A {
                void a() {
                    try { b(); } catch (IOException e) {}
                    try { b(); } catch (Exception e) { c(); }
                }
            }
            """;
        write(MAIN + "plan/A.java", body);
        write(MAIN + "cli/A.java", body);
        assertThat(found(new CatchRule()))
                .hasSize(3)
                .anySatisfy(one -> assertThat(one).contains("plan/A.java:3: empty catch of IOException"))
                .anySatisfy(one -> assertThat(one).contains("plan/A.java:4: catches Exception outside cli"))
                .anySatisfy(one -> assertThat(one).contains("cli/A.java:3: empty catch of IOException"));
    }

    @Test
    void publicTypesWithoutASentenceAndPackagesWithoutACommentAreFound() throws IOException {
        write("flow/src/main/java/org/safeconduct/flow/Arc.java", "/** Arc */\npublic record Arc(int tail) {}\n");
        write(
                "flow/src/main/java/org/safeconduct/flow/Node.java",
                "/** A place. */\npublic record Node(int room) {}\n");
        write("flow/src/main/java/org/safeconduct/flow/Inner.java", "class Inner {}\n");
        assertThat(found(new CommentRule()))
                .hasSize(2)
                .anySatisfy(one -> assertThat(one).contains("Arc.java:2: public type Arc does not say"))
                .anySatisfy(one -> assertThat(one).contains("package-info.java:1: package without a comment"));
    }

    @Test
    void wordsThatPromiseAreFoundInTextsAndMessages() throws IOException {
        write(MAIN + "publish/A.java", """
            class A {
                String a = "the road is " + x + " safe";
                String b = "This does not say the " + "road is safe.";
                String c = "./safeconduct plan";
                String d = "not-safe";
                String e = "unsafe"; // safe
            }
            """);
        write(MAIN + "plan/A.java", "class A { String a = \"safe\"; }\n");
        write(
                "desk/src/main/resources/m.properties",
                "# approved\nnot-safe=Approved by all\nx=guaranteed by the city\n");
        assertThat(found(new WordRule()))
                .hasSize(2)
                .anySatisfy(one -> assertThat(one).contains("publish/A.java:2: people would read \"safe\""))
                .anySatisfy(one -> assertThat(one).contains("m.properties:2: people would read \"Approved\""));
    }

    @Test
    void deadLinksAreFoundButNotInCode() throws IOException {
        write("docs/B.md", "# One `thing` at a time\n\n[up](../A.md) [here](#one-thing-at-a-time)\n");
        write("A.md", """
            [b](docs/B.md#one-thing-at-a-time)
            [folder](docs)
            [web](https://example.org/x)
            [c](docs/C.md)
            [d](docs/B.md#two)
            `[e](E.md)`
            ```
            [f](F.md)
            ```
            """);
        assertThat(found(new LinkRule()))
                .containsExactly(
                        "A.md:4: link to docs/C.md, which does not exist; mend or remove it",
                        "A.md:5: link to docs/B.md#two, and docs/B.md has no such heading; take one it has");
    }

    @Test
    void aLongReadmeIsFound() throws IOException {
        write("README.md", "word | **word** — `word`\n".repeat(150) + "```\n" + "code\n".repeat(9) + "```\n");
        assertThat(found(new ReadmeRule())).isEmpty();
        write("README.md", "word word word\n".repeat(151));
        assertThat(found(new ReadmeRule()))
                .containsExactly(
                        "README.md:151: more than 450 words;" + " leave out what another page says, and link to it");
    }

    @Test
    void scenariosAndVectorsThatNoTestRunsAreFound() throws IOException {
        write("scenarios/01-named/scenario.yaml", "");
        write("scenarios/02-forgotten/scenario.yaml", "");
        write("scenarios/README.md", "");
        write("spec/vectors/good/a.json", "");
        write("spec/vectors/bad/b.json", "");
        write("desk/src/test/java/org/safeconduct/A.java", "class A { String s = \"scenarios/01-named\"; }\n");
        write(
                "desk/src/test/java/org/safeconduct/B.java",
                "class B { void b() { Files.list(Path.of(\"spec/vectors/good\")); } }\n");
        assertThat(found(new UsedRule()))
                .containsExactly(
                        "scenarios/02-forgotten:1: no test runs it; name it in a test, or list its folder in one",
                        "spec/vectors/bad/b.json:1: no test runs it; name it in a test, or list its folder in one");
    }

    @Test
    void foldersOfOneMachineAndRegistriesAreFound() throws IOException {
        write("a.sh", "cd /ho" + "me/ana/x\ncd https://example.org/home/x\ncd ~/work/x\n");
        write(
                "b.xml",
                "<url>https://repo1.maven" + ".org/maven2</url>\n<x xmlns=\"http://maven.apache.org/POM/4.0.0\"/>\n");
        assertThat(found(new PlaceRule()))
                .containsExactly(
                        "a.sh:1: names a folder of one machine; make it relative, or take it as a parameter",
                        "b.xml:1: names the registry repo1.maven" + ".org; leave that to the user's own settings");
    }

    @Test
    void glossaryIsSortedAndKnowsTheTypes() throws IOException {
        write("GLOSSARY.md", "| **b** | second | `Party` |\n| **a** | first | `Gone` |\n");
        write("trust/src/main/java/org/safeconduct/terms/Party.java", "public record Party() {}\n");
        write("trust/src/main/java/org/safeconduct/terms/Place.java", "public record Place() {}\n");
        assertThat(found(new GlossaryRule()))
                .hasSize(3)
                .anySatisfy(one -> assertThat(one).contains("GLOSSARY.md:2: \"a\" after \"b\""))
                .anySatisfy(one -> assertThat(one).contains("GLOSSARY.md:2: no type is called Gone"))
                .anySatisfy(one -> assertThat(one).contains("Place.java:1: Place is not in GLOSSARY.md"));
    }

    private List<String> found(Rule rule) {
        Repository repository = Repository.at(folder);
        Findings findings = new Findings();
        rule.check(repository, JavaSources.parse(repository), findings);
        return findings.all();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
