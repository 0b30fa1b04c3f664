/** ActivityPub: the archives of Mastodon and its kin, and single ActivityStreams 2.0 objects. */
@NullMarked
package dev.sextant.records.reader.archive.activitypub;

import org.jspecify.annotations.NullMarked;
