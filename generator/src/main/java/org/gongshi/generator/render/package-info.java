/** Step 4: pages become bytes; the same plan gives the same bytes everywhere. */
package org.gongshi.generator.render;
