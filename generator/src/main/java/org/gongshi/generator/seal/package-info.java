/**
 * Step 5: a site's files are listed, signed and put before the public in one step (封存与发布). The only room of the
 * generator that knows {@code java.security}.
 */
package org.gongshi.generator.seal;
