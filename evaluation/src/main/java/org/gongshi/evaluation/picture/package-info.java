/** Pictures of reports (图片): the two kinds that a site shows, read part by part, so that nothing but the picture itself gets through. */
package org.gongshi.evaluation.picture;
