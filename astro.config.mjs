// @ts-check
import mdx from '@astrojs/mdx';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import recall from './src/index.ts';

const { BASE_PATH = '/', SITE_URL, OUT_DIR = './dist' } = process.env;
// Hosts write it as `/x/`, `/x`, `x`, or leave it empty at the root.
const base = `/${BASE_PATH}/`.replace(/\/+/g, '/');

export default defineConfig({
  srcDir: '.',
  base,
  outDir: OUT_DIR,
  trailingSlash: 'always',
  ...(SITE_URL ? { site: SITE_URL } : {}),
  devToolbar: { enabled: false },
  // Astro marks MDX pages with a directive of its own, which Rolldown reports and Astro has already read.
  vite: { build: { rolldownOptions: { checks: { moduleLevelDirective: false } } } },
  integrations: [
    starlight({
      title: 'VirtDeck',
      description: 'Virtualization, hypervisors and Docker: read, search and remember, offline too.',
      defaultLocale: 'zh',
      locales: {
        zh: { label: '简体中文', lang: 'zh-CN' },
        en: { label: 'English', lang: 'en' },
      },
      logo: { src: './content/assets/mark.svg', alt: '' },
      favicon: '/favicon.svg',
      lastUpdated: false,
      credits: false,
      plugins: [
        recall({
          markdownPages: true,
          app: {
            icon: './content/assets/mark.svg',
            screenshots: {
              zh: {
                narrow: './content/assets/screenshots/zh-narrow.webp',
                wide: './content/assets/screenshots/zh-wide.webp',
              },
              en: {
                narrow: './content/assets/screenshots/en-narrow.webp',
                wide: './content/assets/screenshots/en-wide.webp',
              },
            },
          },
          landing: {
            zh: {
              headline: '把虚拟化学懂，并且记住',
              lead: '从虚拟化的原理到 KVM、Xen、VMware、Hyper-V 与 Docker：短课文、可搜索、自动安排复习，断网也能学。',
              action: '开始学习',
            },
            en: {
              headline: 'Understand virtualization, and keep it',
              lead: 'From the principles to KVM, Xen, VMware, Hyper-V and Docker: short lessons, searchable, reviewed on schedule, with or without a network.',
              action: 'Start learning',
            },
          },
        }),
      ],
    }),
    mdx({ optimize: true }),
  ],
});
