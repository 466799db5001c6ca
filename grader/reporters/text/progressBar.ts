import type { Style } from './style';

/**
 * `share` (0 to 1) as a bar of `width` characters; empty where the style wants no pictures. Stands beside the numbers
 * that it shows, never alone. Full only when everything is there, and never empty when something is.
 */
export function progressBar(share: number, width: number, style: Style): string {
  if (!style.pictures) return '';
  const least = share > 0 ? 1 : 0;
  const most = share < 1 ? width - 1 : width;
  const filled = Math.min(Math.max(Math.round(share * width), least), most);
  return style.good('█'.repeat(filled)) + style.dim('░'.repeat(width - filled));
}
