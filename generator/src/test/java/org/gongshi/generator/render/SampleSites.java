package org.gongshi.generator.render;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the sample site into a folder, for tests that read it as a person does. */
public final class SampleSites {
    private SampleSites() {}

    public static void write(Path folder) throws IOException {
        SampleSite.write(SampleSite.FILES, folder);
    }
}
