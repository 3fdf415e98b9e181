import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../lib/extract/names.ts';
import { extract, pageSource } from './page.ts';

describe('what stands before and behind the names of a byline', () => {
  it.each([
    ['홍길동 기자', ['홍길동']],
    ['홍길동·김철수 기자', ['홍길동', '김철수']],
    ['홍길동 기자 hong@paper.example', ['홍길동']],
    ['山田太郎 記者', ['山田太郎']],
    ['記者王小明／台北報導', ['王小明']],
    ['本报记者 李华', ['李华']],
    ['责任编辑：王小明', []],
    ['By JOE TAN Associated Press', ['JOE TAN']],
    ['Joe Tan via The Associated Press', ['Joe Tan', 'The Associated Press']],
    ['Joe Tan BBC News', ['Joe Tan']],
    ['JOE TAN, AP Business Writer', ['JOE TAN']],
    ['Joe Tan, Special to The Times', ['Joe Tan']],
    ['Joe Tan, USA TODAY', ['Joe Tan']],
    ['Joe Tan, The Hill Paper', ['Joe Tan']],
    ['Analysis by Joe Tan', ['Joe Tan']],
    ['Opinion by Joe Tan', ['Joe Tan']],
    ['Perspective by Joe Tan', ['Joe Tan']],
    ['Guest post by Joe Tan', ['Joe Tan']],
    ['Joe Tan in Berlin', ['Joe Tan']],
    ['Edited by Joe Tan', []],
    ['Eine Analyse von Jördis Albrecht', ['Jördis Albrecht']],
    ['Eine Kolumne von Jördis Albrecht', ['Jördis Albrecht']],
    ['Das Interview führte Jördis Albrecht', ['Jördis Albrecht']],
    ['Oprac. Ewa Lis', ['Ewa Lis']],
    ['Recueilli par Claire Petit', ['Claire Petit']],
    ['Propos recueillis par Claire Petit', ['Claire Petit']],
    ['Par Claire Petit avec AFP', ['Claire Petit']],
    ['Беседовала Анна Белова', ['Анна Белова']],
    ['Записала Анна Белова', ['Анна Белова']],
    ['Автор статьи: Анна Белова', ['Анна Белова']],
    ['โดย สมชาย ใจดี', ['สมชาย ใจดี']],
    ['Γράφει η Άννα Παππά', ['Άννα Παππά']],
    ['كتبت: منى سالم', ['منى سالم']],
    ['إعداد: منى سالم', ['منى سالم']],
    ['लेखक: सीता शर्मा', ['सीता शर्मा']],
    ['dal nostro inviato Lea Conti', ['Lea Conti']],
    ['door onze redacteur Piet de Wit', ['Piet de Wit']],
    ['Texto: Ana Ruiz, Fotos: Luis Gil', ['Ana Ruiz']],
    ['by Joe Tan February 3, 2026', ['Joe Tan']],
    ['anna@paper.example (Anna Larsen)', ['Anna Larsen']],
    ['محمد العلوي - الرباط', ['محمد العلوي']],
    ['נועה שפיגל, תל-אביב', ['נועה שפיגל']],
    ['Will May', ['Will May']],
    ['Jane Doe, Anna L', ['Jane Doe', 'Anna L']],
    ['Jean Paul MARTIN', ['Jean Paul MARTIN']],
  ])('reads %j', (byline, names) => {
    expect(namesOf(byline)).toEqual(names);
  });

  it.each([
    ['Larsen, Anna', ['Anna Larsen']],
    ['Anna Larsen for Daily News', ['Anna Larsen']],
    ['홍길동 기자', ['홍길동']],
  ])('reads %j of JSON-LD', (name, names) => {
    const linked = { '@type': 'NewsArticle', headline: 'Council votes for the new tram line', author: { '@type': 'Person', name } };
    const head = `<script type="application/ld+json">${JSON.stringify(linked)}</script>`;
    const { authors } = extract(pageSource('<h1>Council votes for the new tram line</h1>', head), 'https://hill.example/a');
    expect(authors.map((author) => author.name)).toEqual(names);
  });
});
