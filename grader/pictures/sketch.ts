/**
 * What a picture shows, as data, before it is drawn: each kind adds its own, in its folder. Whatever shows a picture
 * shows `words` as its text alternative: they say what there is to see.
 */
export interface Captioned {
  readonly title: string;
  readonly words: string;
}
