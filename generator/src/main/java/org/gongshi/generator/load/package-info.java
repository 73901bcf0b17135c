/** Step 1 and 2: the content folder through the gate. Reading and judging are in {@code org.gongshi.evaluation}. */
package org.gongshi.generator.load;
