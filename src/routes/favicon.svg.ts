import { app } from 'virtual:recall/deck';

/** The site’s mark, from the one drawing that its icons are made of. */
export function GET(): Response {
  return new Response(app.mark, { headers: { 'Content-Type': 'image/svg+xml' } });
}
