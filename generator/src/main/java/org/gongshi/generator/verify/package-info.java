/**
 * Anyone checks a published site (核验): the files against the checksums, the signature, the chain of releases, the expiry, and
 * the published numbers against their recomputation from the site's own downloads. Every input counts as hostile.
 */
package org.gongshi.generator.verify;
