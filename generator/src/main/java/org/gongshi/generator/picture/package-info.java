/** Pictures on their way into the content (图片处理): cropped, turned and shrunk as their author showed them. */
package org.gongshi.generator.picture;
