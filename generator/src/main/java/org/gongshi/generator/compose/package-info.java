/** Step 3: approved reports and released results become typed pages and data files, each at its address. */
package org.gongshi.generator.compose;
