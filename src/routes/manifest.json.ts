import { manifest } from 'virtual:recall/deck';
import type { APIRoute } from 'astro';

/** Every card of the site, without its text. */
export const GET: APIRoute = () => Response.json(manifest);
